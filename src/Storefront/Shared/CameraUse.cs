namespace Storefront.Shared;

/// <summary>Whether an answer's page may ask for the camera: only the one page that reads bar codes does; every other is refused by its headers.</summary>
public static class CameraUse
{
    private static readonly object Key = new();

    extension(HttpContext context)
    {
        public bool UsesCamera
        {
            get => context.Items[Key] is true;
            set => context.Items[Key] = value;
        }
    }
}
