using Microsoft.AspNetCore.OpenApi;

namespace DpsPortal.HttpApi.Host.Http;

internal static class OpenApiShape
{
    /// <summary>Operation ids are the endpoints' names without the dot: the generated client's functions.</summary>
    public static void Apply(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "DpsPortal";
            document.Info.Version = "1";
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(OpenApiEnums.DescribeAsync);
        options.AddDocumentTransformer(OpenApiEnums.NameListsAsync);
        options.AddOperationTransformer((operation, context, _) =>
        {
            var name = context.Description.ActionDescriptor.EndpointMetadata
                .OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName;
            operation.OperationId = name?.Replace(".", "", StringComparison.Ordinal);
            return Task.CompletedTask;
        });
    }
}
