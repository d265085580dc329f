namespace Holdfire.Server.Tests.OpenRosa;

/// <summary>The answers of an observer, as Collect writes them.</summary>
internal static class FilledForm
{
    public static string Xml(string uuid, string version, string photo = "", string act = "attack.shelling", string deprecated = "", string form = "holdfire-practice-valley") => $"""
        <?xml version='1.0' ?><data id="{form}" version="{version}" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
        <start>2032-05-02T14:30:00.000+03:00</start><end>2032-05-02T14:41:07.250+03:00</end>
        <when_from>2032-05-02T14:05:00.000+03:00</when_from><when_to>2032-05-02T14:20:00.000+03:00</when_to>
        <precision>minute</precision><mode>heard</mode><act>{act}</act><target/><alleged_actor>LO</alleged_actor>
        <count_min>3</count_min><count_max>5</count_max><area>X-UPPER</area><event_place/>
        <observer>33.6 35.6 812.0 4.5</observer><bearing>67</bearing><range_min>4</range_min><range_max>6</range_max>
        <narrative>Three bangs, then smoke &amp; dust</narrative><photo>{photo}</photo>
        <harm><kind>killed</kind><number>2</number></harm><harm><kind>injured</kind><number>4</number></harm>
        <meta><instanceID>uuid:{uuid}</instanceID>{(deprecated.Length > 0 ? $"<deprecatedID>uuid:{deprecated}</deprecatedID>" : "")}</meta></data>
        """;

    /// <summary>The same answers as the export of ODK Central writes them.</summary>
    public static (string Main, string Harm) Csv(string uuid) => ($"""
        SubmissionDate,start,end,when_from,when_to,precision,mode,act,target,alleged_actor,count_min,count_max,area,event_place-Latitude,event_place-Longitude,event_place-Altitude,event_place-Accuracy,observer-Latitude,observer-Longitude,observer-Altitude,observer-Accuracy,bearing,range_min,range_max,narrative,photo,meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion
        2032-05-02T12:00:00Z,2032-05-02T14:30:00.000+03:00,2032-05-02T14:41:07.250+03:00,2032-05-02T14:05:00.000+03:00,2032-05-02T14:20:00.000+03:00,minute,heard,attack.shelling,,LO,3,5,X-UPPER,,,,,33.6,35.6,812.0,4.5,67,4,6,"Three bangs, then smoke & dust",,uuid:{uuid},uuid:{uuid},12,mission,0,0,,,collect:1,0,000001

        """, $"""
        kind,number,PARENT_KEY,KEY
        killed,2,uuid:{uuid},uuid:{uuid}/harm[1]
        injured,4,uuid:{uuid},uuid:{uuid}/harm[2]

        """);

    /// <summary>An encrypted submission: the XML names the files that hold the answers.</summary>
    public static string Sealed(string uuid) => $"""
        <data xmlns="http://www.opendatakit.org/xforms/encrypted" encrypted="yes" id="holdfire-practice-valley" version="000001">
        <base64EncryptedKey>c2VhbGVk</base64EncryptedKey><meta xmlns="http://openrosa.org/xforms"><instanceID>uuid:{uuid}</instanceID></meta>
        <media><file>1714640000.jpg.enc</file></media><encryptedXmlFile>submission.xml.enc</encryptedXmlFile>
        <base64EncryptedElementSignature>c2VhbGVk</base64EncryptedElementSignature></data>
        """;
}
