namespace Storefront.Shared;

/// <summary>Rows that are written once: the database context refuses to change or delete them.</summary>
public interface IAppendOnly;
