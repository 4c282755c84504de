using McpGen.Differential.Signatures;

namespace McpGen.Differential.Shrinking;

/// <summary>Declarations that say one thing less than a given one.</summary>
internal static class SignatureShrinks
{
    public static IEnumerable<Signature> Of(Signature signature)
    {
        for (int index = 0; index < signature.Parameters.Count; index++)
        {
            yield return signature with { Parameters = Without(signature.Parameters, index) };
        }

        if (signature.Echoes)
        {
            yield return signature with { Echoes = false };
        }

        for (int index = 0; index < signature.Attributes.Count; index++)
        {
            yield return signature with { Attributes = Without(signature.Attributes, index) };
        }

        foreach (IReadOnlyList<Member> smaller in Members(signature.Parameters))
        {
            yield return signature with { Parameters = smaller };
        }
    }

    private static IEnumerable<IReadOnlyList<Member>> Members(IReadOnlyList<Member> members)
    {
        for (int index = 0; index < members.Count; index++)
        {
            Member member = members[index];
            if (member.HasDefault)
            {
                yield return With(members, index, member with { HasDefault = false });
            }

            foreach (Node smaller in Nodes(member.Node))
            {
                yield return With(members, index, member with { Node = smaller });
            }
        }
    }

    private static IEnumerable<Node> Nodes(Node node)
    {
        for (int index = 0; index < node.Annotations.Count; index++)
        {
            yield return node with { Annotations = Without(node.Annotations, index) };
        }

        if (node.IsNullable)
        {
            yield return node with { IsNullable = false };
        }

        for (int index = 0; index < node.Members.Count; index++)
        {
            yield return node with { Members = Without(node.Members, index) };
        }

        foreach (IReadOnlyList<Member> smaller in Members(node.Members))
        {
            yield return node with { Members = smaller };
        }

        // The name of a collection's type is made of its item's: an item that is drawn too keeps its name while it shrinks.
        foreach (Node smaller in node.Item is { Members.Count: > 0 } item ? Nodes(item) : [])
        {
            if (smaller.IsNullable == node.Item!.IsNullable)
            {
                yield return node with { Item = smaller };
            }
        }
    }

    private static T[] Without<T>(IReadOnlyList<T> items, int index) => [.. items.Where((_, position) => position != index)];

    private static Member[] With(IReadOnlyList<Member> members, int index, Member member) => [.. members.Select((other, position) => position == index ? member : other)];
}
