namespace Protected;

public enum OrderStatus
{
    Open,
    Shipped,
    Cancelled,
    Refunded,
}
