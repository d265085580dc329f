using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Holdfire.Accounts;

/// <summary>The tables of the file of accounts: those of ASP.NET Core Identity, and the keys.</summary>
/// <param name="options">Where the file is.</param>
public sealed class AccountContext(DbContextOptions<AccountContext> options) : IdentityUserContext<Account>(options)
{
    /// <summary>The number that the file has where it has these tables, as <c>PRAGMA user_version</c>.</summary>
    internal const int Version = 1;

    /// <summary>The keys for programs.</summary>
    public DbSet<AccessKey> Keys => Set<AccessKey>();

    /// <inheritdoc/>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var role = new ValueConverter<Role, string>(r => RoleNames.NameOf(r), n => RoleNames.Find(n) ?? Role.Public);
        builder.Entity<Account>().Property(a => a.Role).HasConversion(role);
        builder.Entity<AccessKey>(key =>
        {
            key.HasKey(k => k.Id);
            key.HasIndex(k => k.Hash).IsUnique();
            key.HasOne(k => k.Account).WithMany(a => a.Keys).HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Instant>().HaveConversion<InstantInSeconds>();

    // Seconds since 1970.
    private sealed class InstantInSeconds() : ValueConverter<Instant, long>(i => i.ToUnixTimeSeconds(), s => Instant.FromUnixTimeSeconds(s));
}
