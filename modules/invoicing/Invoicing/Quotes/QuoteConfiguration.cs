using Invoicing.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Invoicing.Quotes;

public class QuoteConfiguration : IEntityTypeConfiguration<Quote>
{
    public void Configure(EntityTypeBuilder<Quote> builder)
    {
        builder.HasBaseType<SalesDocument>();
        builder.Property(x => x.Version).HasDefaultValue(1); // of those that were there before versions
        builder.Property(x => x.AnswerName).HasMaxLength(DocumentConsts.MaxAnswerNameLength);
        builder.Property(x => x.AnswerRemark).HasMaxLength(DocumentConsts.MaxAnswerRemarkLength);
    }
}
