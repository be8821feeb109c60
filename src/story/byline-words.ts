const agencies = new Set(
  (
    "reuters,ap,associated press,the associated press,afp,agence france-presse,agence france presse,dpa,pa,pa media," +
    "press association,epa,ansa,efe,tass,xinhua,upi,apa,sda,keystone-sda,ntb,tt,ritzau,bloomberg,bloomberg news," +
    "aap,ians,ani,pti,kyodo,yonhap,bbc,bbc news,npr,cnn,canadian press,the canadian press,propublica,agencies,agency," +
    "kna,epd,sid,belga,anp,lusa,stt,ctk,pap"
  ).split(","),
);

/** A news agency or an outlet that stands as a writer by itself ("Reuters", "agencies"). */
export const isAgency = (name: string) => agencies.has(name.toLowerCase().replace(/[.]+$/u, ""));

/** A body of people, not a person: its "and" and its commas belong to its name. */
export const isOrganisation = (name: string) =>
  /\b(?:departments?|ministry|agency staff|universit(?:y|ies)|institutes?|council|commission|organi[sz]ation|association|federation|committee|cent(?:er|re)|bureau|service|services|foundation|administration|team|desk|board|newsroom|company|inc|ltd|gmbh|press|courier|times|post|guardian|herald|tribune|gazette|redaktion|redacción|rédaction|redactie|redazione)\b/iu.test(
    name,
  ) || /\bstaff\b(?! (?:writer|reporter|correspondent|photographer))/iu.test(name);

/** A post held, as printed after a name. */
export const isRole = (text: string) =>
  /\b(?:editor|correspondent|reporter|columnist|critic|writer|journalist|chief|analyst|producer|contributor|professor|lecturer|redakteur(?:in)?|korrespondent(?:in)?|journaliste?|reporterin|envoyée? spéciale?|corresponsal|redactora?|photographer|director|secretary|specialist|strategist|manager|fellow|intern)\b/iu.test(
    text,
  );
