using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

// ASP.NET Core with Identity and EF Core and nothing else, which looks for a user on its first page: the floor of a start.
// The first argument is the database's connection string.
var builder = WebApplication.CreateBuilder(args[1..]);
builder.Logging.ClearProviders();
builder.Services.AddDbContext<IdentityDbContext>(options => options.UseSqlite(args[0]));
builder.Services.AddIdentity<IdentityUser, IdentityRole>().AddEntityFrameworkStores<IdentityDbContext>();
builder.Services.AddRazorPages();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.MapGet("/", async (UserManager<IdentityUser> users) => (await users.FindByNameAsync("admin"))?.UserName ?? "nobody");
await app.RunAsync();
