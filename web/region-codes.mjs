// Names as they stand in the data, to ISO 3166-2. The data's own ids are not unique. Regions outside the map are left out.
export const codes = {
  "Vinnytsya": "UA-05", "Volyn": "UA-07", "Luhans'k": "UA-09", "Dnipropetrovs'k": "UA-12", "Donets'k": "UA-14",
  "Zhytomyr": "UA-18", "Transcarpathia": "UA-21", "Zaporizhzhya": "UA-23", "Ivano-Frankivs'k": "UA-26", "Kiev City": "UA-30",
  "Kiev": "UA-32", "Kirovohrad": "UA-35", "Sevastopol": "UA-40", "Crimea": "UA-43", "L'viv": "UA-46", "Mykolayiv": "UA-48",
  "Odessa": "UA-51", "Poltava": "UA-53", "Rivne": "UA-56", "Sumy": "UA-59", "Ternopil'": "UA-61", "Kharkiv": "UA-63",
  "Kherson": "UA-65", "Khmel'nyts'kyy": "UA-68", "Cherkasy": "UA-71", "Chernihiv": "UA-74", "Chernivtsi": "UA-77",
  "Adygey": "RU-AD", "Astrakhan'": "RU-AST", "Bashkortostan": "RU-BA", "Belgorod": "RU-BEL", "Bryansk": "RU-BRY",
  "Chechnya": "RU-CE", "Chuvash": "RU-CU", "Dagestan": "RU-DA", "Ingush": "RU-IN", "Ivanovo": "RU-IVA",
  "Kabardin-Balkar": "RU-KB", "Karachay-Cherkess": "RU-KC", "Krasnodar": "RU-KDA", "Kirov": "RU-KIR", "Kalmyk": "RU-KL",
  "Kaluga": "RU-KLU", "Kostroma": "RU-KOS", "Kursk": "RU-KRS", "Leningrad": "RU-LEN", "Lipetsk": "RU-LIP",
  "Mariy-El": "RU-ME", "Mordovia": "RU-MO", "Moskovsskaya": "RU-MOS", "Moskva": "RU-MOW", "Novgorod": "RU-NGR",
  "Nizhegorod": "RU-NIZ", "Orenburg": "RU-ORE", "Orel": "RU-ORL", "Penza": "RU-PNZ", "Pskov": "RU-PSK",
  "Rostov": "RU-ROS", "Ryazan'": "RU-RYA", "Samara": "RU-SAM", "Saratov": "RU-SAR", "North Ossetia": "RU-SE",
  "Smolensk": "RU-SMO", "City of St. Petersburg": "RU-SPE", "Stavropol'": "RU-STA", "Tatarstan": "RU-TA",
  "Tambov": "RU-TAM", "Tula": "RU-TUL", "Tver'": "RU-TVE", "Udmurt": "RU-UD", "Ul'yanovsk": "RU-ULY",
  "Volgograd": "RU-VGG", "Vladimir": "RU-VLA", "Vologda": "RU-VLG", "Voronezh": "RU-VOR", "Yaroslavl'": "RU-YAR",
};
