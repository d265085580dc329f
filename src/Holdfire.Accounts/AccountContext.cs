using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Holdfire.Accounts;

/// <summary>The tables of the file of accounts: those of ASP.NET Core Identity, the keys, and the names that are given no more.</summary>
/// <param name="options">Where the file is.</param>
public sealed class AccountContext(DbContextOptions<AccountContext> options) : IdentityUserContext<Account>(options)
{
    /// <summary>The number that the file has where it has these tables, as <c>PRAGMA user_version</c>.</summary>
    internal const int Version = 2;

    /// <summary>The keys for programs.</summary>
    public DbSet<AccessKey> Keys => Set<AccessKey>();

    /// <summary>The names of accounts that were closed.</summary>
    public DbSet<ClosedName> ClosedNames => Set<ClosedName>();

    /// <summary>Adds to a file of version 1 what version 2 has more; as often as one likes.</summary>
    internal Task AddClosedNames() => Database.ExecuteSqlRawAsync(
        """CREATE TABLE IF NOT EXISTS "ClosedNames" ("Name" TEXT NOT NULL CONSTRAINT "PK_ClosedNames" PRIMARY KEY, "Closed" INTEGER NOT NULL)""");

    /// <inheritdoc/>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var role = new ValueConverter<Role, string>(r => RoleNames.NameOf(r), n => RoleNames.Find(n) ?? Role.Public);
        builder.Entity<Account>().Property(a => a.Role).HasConversion(role);
        builder.Entity<ClosedName>().HasKey(n => n.Name);
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
