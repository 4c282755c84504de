using System.Reflection;
using McpGen.Generator.Model;
using McpGen.Generator.Tests.Harness;

namespace McpGen.Generator.Tests.Generation;

/// <summary>The contract that is written on <see cref="ToolSetModel"/>: immutable, compared by value, without the compiler.</summary>
public sealed class ModelContractTests
{
    public static TheoryData<Type> Models => [.. typeof(ToolSetModel).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(ToolSetModel).Namespace && !type.Name.Contains('<', StringComparison.Ordinal) && type is { IsEnum: false } && !(type.IsAbstract && type.IsSealed))];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_is_a_record_or_the_one_array(Type type)
    {
        bool isRecord = type.GetMethod("<Clone>$") is not null;
        bool isArray = type == typeof(EquatableArray<>);

        Assert.True(isRecord || isArray, $"{type.Name} is neither a record nor EquatableArray.");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_property_of_a_model_is_immutable_and_compared_by_value(Type type)
    {
        if (type.IsGenericType)
        {
            return;
        }

        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            Type value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            bool isModel = value.Namespace == typeof(ToolSetModel).Namespace;
            bool isInitOnly = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Any(static modifier => modifier.Name == "IsExternalInit") ?? true;

            Assert.True(isModel || value == typeof(string) || value.IsPrimitive, $"{type.Name}.{property.Name} is a {value.Name}.");
            Assert.True(isInitOnly, $"{type.Name}.{property.Name} can be changed.");
        }
    }

    [Fact]
    public void No_model_file_knows_the_compiler()
    {
        string folder = Path.Combine(Repository.Root, "src", "McpGen.Generator", "Model");

        Assert.NotEmpty(Directory.GetFiles(folder, "*.cs"));
        Assert.All(Directory.GetFiles(folder, "*.cs"), static file => Assert.DoesNotContain("Microsoft.CodeAnalysis", File.ReadAllText(file), StringComparison.Ordinal));
    }
}
