namespace QuestPDF.Infrastructure;

/// <summary>Licences of the genuine library.</summary>
public enum LicenseType
{
    Community = 1,
}
