return args switch
{
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("bench | verify");
    return 2;
}
