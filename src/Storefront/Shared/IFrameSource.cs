namespace Storefront.Shared;

/// <summary>An origin whose player may be framed after the visitor asked for it, such as <c>https://player.bilibili.com</c>.</summary>
public interface IFrameSource
{
    string Origin { get; }
}
