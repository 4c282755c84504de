using Microsoft.AspNetCore.Authorization;

namespace Protected;

/// <summary>The caller is on duty.</summary>
public sealed class OnDutyRequirement : IAuthorizationRequirement
{
    public const string Policy = "OnDuty";
}
