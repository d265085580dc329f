// What the lists of others have wrong, late or undecided, set by hand. A code that no list knows stops the run.

/** Parents of subdivisions where the list lags behind the law or has none; null leaves a code out: a group that is no part of a partition, or abolished. */
export const parents = {
  "PH-BAS": "PH-14", "PH-LAN": "PH-10", "PH-SAR": "PH-12", "PH-SCO": "PH-12",
  "GB-EAW": null, "GB-GBN": null, "GB-UKM": null,
  "BE-VAN": "BE-VLG", "BE-VBR": "BE-VLG", "BE-VLI": "BE-VLG", "BE-VOV": "BE-VLG", "BE-VWV": "BE-VLG",
  "BE-WBR": "BE-WAL", "BE-WHT": "BE-WAL", "BE-WLG": "BE-WAL", "BE-WLX": "BE-WAL", "BE-WNA": "BE-WAL",
  "DK-015": null, "DK-020": null, "DK-025": null, "DK-030": null, "DK-035": null, "DK-040": null, "DK-042": null, "DK-050": null, "DK-055": null,
  "DK-060": null, "DK-065": null, "DK-070": null, "DK-076": null, "DK-080": null, "DK-101": null, "DK-147": null, "LU-D": null, "LU-G": null, "LU-L": null,
  "FR-69M": null, "FR-CP": null, "FR-TF": null,
};

/** Subdivisions that have a code of their own in ISO 3166-1 and stand under that one alone. */
export const countriesOfTheirOwn = {
  "CN-HK": "HK", "CN-MO": "MO", "CN-TW": "TW", "FI-01": "AX", "FR-BL": "BL", "FR-MF": "MF", "FR-NC": "NC", "FR-PF": "PF", "FR-PM": "PM", "FR-WF": "WF",
  "FR-971": "GP", "FR-972": "MQ", "FR-973": "GF", "FR-974": "RE", "FR-976": "YT", "NL-AW": "AW", "NL-CW": "CW", "NL-SX": "SX", "NL-BQ1": "BQ", "NL-BQ2": "BQ",
  "NL-BQ3": "BQ", "NO-21": "SJ", "NO-22": "SJ", "US-AS": "AS", "US-GU": "GU", "US-MP": "MP", "US-PR": "PR", "US-UM": "UM", "US-VI": "VI",
};

/** Codes in use that ISO 3166-1 does not assign, with the areas of other lists that they hold. */
export const userAssigned = { XK: { alpha3: "XKX", name: "Kosovo", members: ["RS-25", "RS-26", "RS-27", "RS-28", "RS-29"], of: "RS" } };

/** First-level areas of GeoNames whose name does not tell the code. */
export const admin1Codes = {
  "AR.01": "AR-B", "AR.07": "AR-C", "AZ.35": "AZ-NX", "BA.01": "BA-BIH", "BA.02": "BA-SRP", "BG.42": "BG-22", "BG.58": "BG-23", "BY.04": "BY-HM", "BY.05": "BY-MI",
  "BY.06": "BY-MA", "CN.20": "CN-NM", "CO.34": "CO-DC", "CZ.52": "CZ-10", "CZ.78": "CZ-64", "CZ.79": "CZ-31", "CZ.81": "CZ-41", "CZ.85": "CZ-80", "CZ.88": "CZ-20",
  "DK.18": "DK-82", "DK.19": "DK-81", "DK.21": "DK-83", "FR.28": "FR-NOR", "FR.75": "FR-NAQ", "FR.94": "FR-20R", "HR.20": "HR-01", "HR.21": "HR-21", "ID.28": "ID-MA", "ID.36": "ID-PA",
  "ID.37": "ID-RI", "ID.40": "ID-KR", "ID.PD": "ID-PD", "ID.PE": "ID-PE", "ID.PS": "ID-PS", "ID.PT": "ID-PT", "IQ.08": "IQ-DA", "KG.08": "KG-O", "KZ.01": "KZ-19",
  "KZ.02": "KZ-75", "KZ.04": "KZ-15", "KZ.07": "KZ-27", "KZ.10": "KZ-61", "KZ.12": "KZ-35", "KZ.13": "KZ-39", "KZ.14": "KZ-43", "KZ.15": "KZ-63", "KZ.16": "KZ-59",
  "LB.09": "LB-AS", "LB.06": "LB-JA", "MZ.04": "MZ-L", "MZ.11": "MZ-MPM", "NG.11": "NG-FC", "NP.4": "NP-P4", "NP.6": "NP-P6", "NP.7": "NP-P7", "OM.02": "OM-BJ",
  "OM.11": "OM-BS", "PA.12": "PA-NB", "PE.15": "PE-LIM", "RS.SE": null, "RU.03": "RU-AL", "RU.04": "RU-ALT", "RU.12": "RU-CE", "RU.15": "RU-CHU", "RU.22": "RU-KB",
  "RU.27": "RU-KC", "RU.29": "RU-KEM", "RU.47": "RU-MOS", "RU.48": "RU-MOW", "RU.59": "RU-PRI", "RU.66": "RU-SPE", "RU.70": "RU-STA", "RU.79": "RU-TY", "RU.80": "RU-UD",
  "SA.14": "SA-02", "SD.49": "SD-DS", "SD.62": "SD-GK", "TJ.RR": "TJ-RA", "TZ.20": "TZ-10", "UZ.13": "UZ-TK", "UZ.14": "UZ-TO", "YE.28": "YE-SU", "YE.02": "YE-AD", "YE.16": "YE-SN", "YE.26": "YE-SA",
  "UA.12": "UA-30", "UA.13": "UA-32",
};

/** Outlines whose name does not tell the code, by country and name; null where it is older than today's areas. */
export const outlineCodes = {
  "LB:Beqaa": null, "LB:North Lebanon": null, "SD:South Kordufan": null, "PH:Maguindanao": null, "PH:Davao del Sur": null, "YE:Hadramawt": null,
  "SD:Gedarif": "SD-GD", "SD:Gezira": "SD-GZ", "SD:Southern Darfur": "SD-DS", "SD:Eastern Darfur": "SD-DE", "SD:Western Darfur": "SD-DW",
  "YE:Sana'a": "YE-SN", "YE:Amanat Al Asimah": "YE-SA", "CO:Bogota": "CO-DC", "PH:Compostela Valley": "PH-COM",
};

/** Names for people, where those of the lists are cut short, old or unclear. */
export const displayNames = {
  "LB-AS": "North Lebanon", "LB-JA": "South Lebanon", "LB-BI": "Bekaa", "LB-NA": "Nabatieh", "YE-AD": "Aden", "YE-DA": "Ad Dali", "YE-SA": "Amanat al-Asimah (Sana'a city)",
  "YE-SU": "Socotra", "YE-HD": "Hadramawt", "YE-SD": "Sa'dah", "YE-SN": "Sana'a", "YE-MA": "Ma'rib", "CO-DC": "Bogotá, D.C.", "CO-SAP": "San Andrés y Providencia",
  "SD-GD": "Gedaref", "SD-GZ": "Gezira", "SD-GK": "West Kordofan", "SD-KN": "North Kordofan", "SD-KS": "South Kordofan", "MM-18": "Nay Pyi Taw",
  "PH-00": "National Capital Region", "PH-14": "Bangsamoro Autonomous Region in Muslim Mindanao", "PH-COM": "Davao de Oro", "PH-MDC": "Occidental Mindoro",
  "PH-MDR": "Oriental Mindoro", "PH-MOU": "Mountain Province", "PH-15": "Cordillera Administrative Region", "RS-25": "Kosovo district", "SY": "Syria", "IR": "Iran", "RU": "Russian Federation",
};

/** Parts of a subdivision that the data of the field keep apart and no standard codes: centres and radii approximate, set by hand. */
export const parts = [
  { code: "X-MM-SHAN-NORTH", of: "MM-17", name: "Shan (North)", aliases: ["Shan-North", "Northern Shan", "Shan North", "Shan State (North)"], lat: 23.0, lon: 98.2, radius: 190 },
  { code: "X-MM-SHAN-SOUTH", of: "MM-17", name: "Shan (South)", aliases: ["Shan-South", "Southern Shan", "Shan South", "Shan State (South)"], lat: 20.7, lon: 97.3, radius: 180 },
  { code: "X-MM-SHAN-EAST", of: "MM-17", name: "Shan (East)", aliases: ["Shan-East", "Eastern Shan", "Shan East", "Shan State (East)"], lat: 20.8, lon: 99.7, radius: 170 },
  { code: "X-MM-BAGO-EAST", of: "MM-02", name: "Bago (East)", aliases: ["Bago-East", "East Bago", "Bago East", "Bago Region (East)"], lat: 18.2, lon: 96.4, radius: 140 },
  { code: "X-MM-BAGO-WEST", of: "MM-02", name: "Bago (West)", aliases: ["Bago-West", "West Bago", "Bago West", "Bago Region (West)"], lat: 18.5, lon: 95.3, radius: 120 },
];
