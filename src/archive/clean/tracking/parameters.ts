// Parameters that say who clicked and where, and nothing of what is shown.

const TRACKING =
  /^(?:utm_\w+|utm|mc_(?:cid|eid|tc)|_hs\w*|__hs\w*|hsCtaTracking|ck_\w+|mkt_tok|fbclid|gclid|gclsrc|gad_\w+|gbraid|wbraid|dclid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid?|igsh|epik|irclickid|srsltid|vero_(?:id|conv)|_ke|_kx|oly_(?:enc|anon)_id|rb_clickid|ml_subscriber\w*|bsft_\w+|_bhl\w*|bhl\w*|_bhiiv|__s|pk_(?:campaign|kwd|source|medium|content)|mtm_\w+|matomo_\w+|piwik_\w+|sfmc_\w+|sc_(?:llid|lid|uid|src|eh|customer)|et_(?:rid|cid)|elqTrack(?:Id)?|elq|dm_i|wickedid|s_kwcid|s_cid|_openstat|wt_mc\w*|trk(?:Email|Info|Campaign)?|lipi|midToken|midSig|otpToken|eid|ref_src|ref_url|cmpid|ncid|nr_email_referer|emci|emdi|ceid|sslid|sseid|mibextid|tracking_?id|subscriber_?(?:id|key|hash)?|recipient(?:_?id)?|contact_?id|email(?:_?address)?|user_?hash|email_?hash)$/i;

const SUBSTACK =
  /^(?:r|s|j|token|publication_id|post_id|isFreemail|triedRedirect|triedSigningIn|showWelcome\w*|next)$/i;
const SHARES = /^(?:si|feature|pp)$/;

/** An address without them, and otherwise as it was written. */
export function stripParameters(address: string): string {
  const [, base = address, query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  if (query === undefined && fragment === undefined) return address;
  const host = /^https?:\/\/([^/]*)/i.exec(base)?.[1]?.toLowerCase() ?? '';
  const onSubstack = /(?:^|\.)substack\.com$/.test(host);
  const shares = /(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/.test(host);
  const kept = (query ?? '')
    .slice(1)
    .split(/&(?:amp;)?/)
    .filter((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      if (
        TRACKING.test(name) ||
        (onSubstack && SUBSTACK.test(name)) ||
        (shares && SHARES.test(name))
      )
        return false;
      return !isPersonal(value);
    })
    .filter((pair) => pair !== '');
  const search = kept.length === 0 ? '' : `?${kept.join('&')}`;
  const hash = /^#(?:utm_|mkt_tok|xtor=|token=)/.test(fragment ?? '') ? '' : (fragment ?? '');
  if (search.length === (query ?? '').length && hash === (fragment ?? '')) return address;
  return base + search + hash;
}

/** A signed token, or somebody's address. */
function isPersonal(value: string): boolean {
  return /^eyJ[\w-]{8,}/.test(value) || /^[\w.+-]+(?:@|%40)[\w-]+\.[\w.]+$/i.test(value);
}
