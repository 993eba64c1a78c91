// Which addresses only count clicks, and in which parameter they say where they lead.

interface Tracker {
  /** Of the host, without `www.`. */
  host: RegExp;
  /** Of path and query; every path where it is missing. */
  path?: RegExp;
  /** The parameters that hold the address plainly. */
  params?: readonly string[];
}

const TRACKERS: readonly Tracker[] = [
  { host: /(?:^|\.)substack\.com$/, path: /^\/(?:redirect|c|o)\// },
  { host: /^email\.(?:mg|mail|m)\d?\.|^(?:email|mg|eotrx)\d*\./, path: /^\/(?:c|o|e\/c|ls)\// },
  { host: /(?:^|\.)(?:convertkit|kit)-mail\d*\.com$/ },
  { host: /(?:^|\.)(?:beehiiv\.com|beehiiv\.net)$/, path: /^\/(?:ss|v\d|c|clicks?)\// },
  {
    host: /(?:^|\.)(?:customeriomail|customer\.io|customerio)\.\w+$|^(?:e|track)\.customeriomail\.com$/,
  },
  { host: /^link\.[\w.-]+$/, path: /^\/(?:click|view|public|join|manage|ss\/c)\// },
  { host: /(?:^|\.)list-manage\d*\.com$/, path: /^\/(?:track|about|profile|vcard)/ },
  { host: /(?:^|\.)mandrillapp\.com$/, path: /^\/track\// },
  { host: /(?:^|\.)awstrack\.me$/ },
  { host: /(?:^|\.)pstmrk\.it$/ },
  { host: /(?:^|\.)(?:createsend\d*|cmail\d*)\.com$/ },
  {
    host: /(?:^|\.)(?:mlsend\d*|mlsnd|mailerlite|ml\.mailersend)\.(?:com|net)$/,
    path: /^\/(?:link|c)\//,
  },
  {
    host: /(?:^|\.)(?:hubspotlinks|hs-sites|hubspotemail|hubspotlinksfree)\.(?:com|net)$|^[\w-]+\.hubspotlinks\w*\.com$/,
  },
  {
    host: /(?:^|\.)(?:sendgrid\.net|sparkpostmail\d*\.com|exacttarget\.com|exct\.net|rs6\.net|constantcontact\.com|ctctcdn\.com|emltrk\.com|mktoweb\.com|sendibt\d*\.com|sendibm\d*\.com|sibautomation\.com|klclick\d*\.com|klaviyomail\.com|activehosted\.com|acemlnc\.com|acemlna\.com|getresponse\.com|mailjet\.com|mjt\.lu|drip\.com|dripemail\d*\.com|keap-link\d*\.com|infusionsoft\.com|iterable\.com|braze\.com|buttondown\.email\/c|curated\.co\/l|revue\.email|getrevue\.co\/revue\/url)$/,
    path: /^\/(?:[a-z]{1,3}\d*\/|ls\/|f\/|track|click|wf|link|lnk|lt\.php|revue|proc|CL0|tr|asm|u\/|\?|e3t)/i,
  },
  { host: /(?:^|\.)google\.[a-z.]{2,6}$/, path: /^\/url\?/, params: ['q', 'url'] },
  { host: /(?:^|\.)googleadservices\.com$|^adclick\.g\.doubleclick\.net$/, params: ['adurl'] },
  { host: /(?:^|\.)youtube\.com$/, path: /^\/redirect\?/, params: ['q'] },
  { host: /^(?:lm?|l)\.(?:facebook|instagram|messenger|threads)\.(?:com|net)$/, params: ['u'] },
  {
    host: /(?:^|\.)linkedin\.com$/,
    path: /^\/(?:redir\/redirect|safety\/go|slink)/,
    params: ['url'],
  },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, params: ['url'] },
  { host: /(?:^|\.)urldefense\.(?:com|us|proofpoint\.com)$/, params: ['u'] },
  { host: /(?:^|\.)slack-redir\.net$/, params: ['url'] },
  { host: /(?:^|\.)(?:linkprotect\.cudasvc\.com)$/, params: ['a'] },
  {
    host: /^(?:out|away)\.(?:reddit|vk)\.com$|^steamcommunity\.com$/,
    path: /^\/(?:\?|linkfilter)/,
    params: ['url', 'to', 'u'],
  },
  { host: /^(?:medium\.com|[\w-]+\.medium\.com)$/, path: /^\/r\/\?/, params: ['url'] },
  // By their shape: a host that is named for clicks, and a long part nobody could read.
  {
    host: /^(?:click|clicks|clk|trk|track|tracking|links?|lnk|email|mail|go|e|t|ct|cl|url\d+|em\d+|m|r|u)\.[\w.-]+$/,
    path: /[\w%+=~.-]{40,}/,
  },
];

const DEFAULT_PARAMS = [
  'url',
  'u',
  'q',
  'target',
  'redirect',
  'redirect_url',
  'redirect_uri',
  'destination',
  'dest',
  'href',
  'link',
  'to',
  'goto',
  'l',
  'p',
];

/** The parameters to look in when an address is a tracker's; undefined when it is none. */
export function trackerParams(address: string): readonly string[] | undefined {
  // Every link of an archive comes by here, and URL would take ten times as long.
  const parts = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)(?::\d+)?([^#]*)/i.exec(address);
  if (parts === null) return undefined;
  const host = parts[1]!.toLowerCase();
  const rest = parts[2]!.startsWith('/') ? parts[2]! : `/${parts[2]!}`;
  const tracker = TRACKERS.find((one) => one.host.test(host) && (one.path?.test(rest) ?? true));
  if (tracker === undefined) return undefined;
  return tracker.params ?? DEFAULT_PARAMS;
}
