using Volo.Abp;

namespace Kernel.Imports;

/// <summary>Two workers had the same run; the other one goes on with it.</summary>
internal class ImportTakenOverException() : AbpException("Another worker has gone on with this import.");
