namespace McpGen.Validation;

public static partial class JsonNumber
{
    // A number taken apart by the grammar of RFC 8259. The significant digits are Head and then Tail, no zero at either
    // end; the value is 0.(digits) * 10^(point + exponent). Lengths are below 2^31, so the point stays near; an exponent may
    // have any number of digits, and beyond seventeen it is cut to what still outweighs every length.
    private readonly ref struct Parts
    {
        private const long ExponentLimit = 100_000_000_000_000_000;
        private const int ExponentLimitDigits = 17;

        private Parts(bool negative, ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, long point, int fractionLength, bool exponentNegative, ReadOnlySpan<byte> exponentDigits)
        {
            Negative = negative;
            Head = head;
            Tail = tail;
            long size = exponentDigits.Length > ExponentLimitDigits ? ExponentLimit : (long)ReadDigits(exponentDigits);
            long exponent = exponentNegative ? -size : size;
            Magnitude = IsZero ? 0 : point + exponent;
            WrittenScale = fractionLength - exponent;
        }

        public bool Negative { get; }

        public ReadOnlySpan<byte> Head { get; }

        public ReadOnlySpan<byte> Tail { get; }

        // 10^(Magnitude - 1) <= |value| < 10^Magnitude, cut where the exponent is; 0 for zero.
        public long Magnitude { get; }

        // The decimals as written, with the exponent applied: 2 for 1.50, 0 for 1.5e1.
        public long WrittenScale { get; }

        public long DigitCount => (long)Head.Length + Tail.Length;

        public bool IsZero => Head.IsEmpty && Tail.IsEmpty;

        // The power of ten of the last significant digit: the value is (digits) * 10^LowestExponent.
        public long LowestExponent => Magnitude - DigitCount;

        public static bool TryParse(ReadOnlySpan<byte> raw, out Parts parts)
        {
            parts = default;
            bool negative = !raw.IsEmpty && raw[0] == '-';
            ReadOnlySpan<byte> rest = negative ? raw[1..] : raw;
            ReadOnlySpan<byte> head = TakeDigits(ref rest);
            if (head.IsEmpty || (head[0] == '0' && head.Length > 1)) return false;

            ReadOnlySpan<byte> tail = default;
            if (!rest.IsEmpty && rest[0] == '.')
            {
                rest = rest[1..];
                tail = TakeDigits(ref rest);
                if (tail.IsEmpty) return false;
            }

            bool exponentNegative = false;
            ReadOnlySpan<byte> exponentDigits = default;
            if (!rest.IsEmpty && (rest[0] | 0x20) == 'e')
            {
                rest = rest[1..];
                if (!rest.IsEmpty && rest[0] is (byte)'+' or (byte)'-')
                {
                    exponentNegative = rest[0] == '-';
                    rest = rest[1..];
                }

                exponentDigits = TakeDigits(ref rest);
                if (exponentDigits.IsEmpty) return false;
                exponentDigits = TrimLeadingZeros(exponentDigits);
            }

            if (!rest.IsEmpty) return false;

            int fractionLength = tail.Length;
            long point = head.Length;
            tail = TrimTrailingZeros(tail);
            if (head[0] == '0')
            {
                head = default;
                ReadOnlySpan<byte> digits = TrimLeadingZeros(tail);
                point = digits.Length - tail.Length;
                tail = digits;
            }
            else if (tail.IsEmpty)
            {
                head = TrimTrailingZeros(head);
            }

            parts = new Parts(negative, head, tail, point, fractionLength, exponentNegative, exponentDigits);
            return true;
        }

        // The digits as one integer, unless it is above the limit. The limit is from 2^64 to 2^127.
        public bool TryReadWide(UInt128 limit, out UInt128 value)
        {
            if (DigitCount <= ChunkDigits)
            {
                // Below 10^19, and so below any limit.
                value = ReadDigits(Tail, ReadDigits(Head));
                return true;
            }

            value = 0;
            return DigitCount <= 39 && TryAppend(Head, limit, ref value) && TryAppend(Tail, limit, ref value);
        }

        private static bool TryAppend(ReadOnlySpan<byte> digits, UInt128 limit, ref UInt128 value)
        {
            while (!digits.IsEmpty)
            {
                int length = Math.Min(digits.Length, ChunkDigits);
                ulong chunk = ReadDigits(digits[..length]);
                ulong power = PowerOfTen(length);
                if (value > (limit - chunk) / power) return false;
                value = value * power + chunk;
                digits = digits[length..];
            }

            return true;
        }

        private static ReadOnlySpan<byte> TakeDigits(scoped ref ReadOnlySpan<byte> rest)
        {
            int length = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (length < 0) length = rest.Length;
            ReadOnlySpan<byte> digits = rest[..length];
            rest = rest[length..];
            return digits;
        }

        private static ReadOnlySpan<byte> TrimLeadingZeros(ReadOnlySpan<byte> digits)
        {
            int first = digits.IndexOfAnyExcept((byte)'0');
            return first < 0 ? default : digits[first..];
        }

        private static ReadOnlySpan<byte> TrimTrailingZeros(ReadOnlySpan<byte> digits) =>
            digits[..(digits.LastIndexOfAnyExcept((byte)'0') + 1)];
    }

    // Appends digits to an integer. The caller sees to it that they fit.
    private static ulong ReadDigits(ReadOnlySpan<byte> digits, ulong value = 0)
    {
        while (digits.Length >= 8 && TryReadEight(digits, out uint eight))
        {
            value = value * 100_000_000 + eight;
            digits = digits[8..];
        }

        foreach (byte digit in digits) value = value * 10 + ((uint)digit - '0');
        return value;
    }
}
