// Source: compiled for this project from the agencies, papers and broadcasts that English news quotes most.
/** Names of outlets, as they are printed. */
export const outlets: readonly string[] =
  `Reuters|Agence France-Presse|AFP|Associated Press|AP|Xinhua|Yonhap|KCNA|TASS|Interfax|Kyodo|Kyodo News|IRNA|Fars News|Anadolu|PTI|ANSA|EFE|DPA|UPI|Bloomberg|BBC|BBC News|CNN|NBC|NBC News|CBS|CBS News|ABC News|Fox News|MSNBC|NPR|PBS|Sky News|ITV|Channel 4|Al Jazeera|Al Arabiya|Deutsche Welle|France 24|RT|Euronews|Press TV|Voice of America|Radio Free Europe|Radio Free Asia|Politico|Axios|The Hill|The Guardian|Guardian|The Times|The Telegraph|The Independent|Financial Times|The Economist|Le Monde|Der Spiegel|El País|Haaretz|The Hindu|Times of India|Nikkei|Asahi Shimbun|South China Morning Post|Global Times|People's Daily|USA Today|The Verge|Twitter|Facebook|Rolling Stone|Newsweek|Time`.split(
    '|',
  );
