using System;
using System.Globalization;

namespace McpGen.Generator.Parsing;

/// <summary>Numbers of annotations as exact or shortest text, whatever the culture and the framework the compiler runs on.</summary>
public static class Numbers
{
    /// <summary>A double in the shortest form that reads back as the same value, valid in JSON and C#; null for one that is not finite.</summary>
    public static string? Text(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return null;
        }

        foreach (string format in s_shortestFirst)
        {
            string text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture).Equals(value))
            {
                return text == "-0" ? "0" : text;
            }
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>As <see cref="Text(double)"/>: the shortest form that reads back as the same float.</summary>
    public static string? Text(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
        {
            return null;
        }

        string text = value.ToString("G7", CultureInfo.InvariantCulture);
        return float.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G9", CultureInfo.InvariantCulture);
    }

    private static readonly string[] s_shortestFirst = ["G15", "G16", "G17"];

    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A constant as a decimal; null when it is no number or beyond the type's range.</summary>
    public static decimal? ToDecimal(object? constant)
    {
        switch (constant)
        {
            case string text:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal parsed) ? parsed : null;
            case double or float:
                double number = Convert.ToDouble(constant, CultureInfo.InvariantCulture);
                return Text(number) is { } shortest && decimal.TryParse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? exact : null;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                return Convert.ToDecimal(constant, CultureInfo.InvariantCulture);
            default:
                return null;
        }
    }

    /// <summary>A constant as a double; null when it is no number.</summary>
    public static double? ToDouble(object? constant) => constant switch
    {
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) ? parsed : null,
        double or float or sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDouble(constant, CultureInfo.InvariantCulture),
        _ => null,
    };
}
