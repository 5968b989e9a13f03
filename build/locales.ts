import ar from '../locales/ar.json' with { type: 'json' };
import cs from '../locales/cs.json' with { type: 'json' };
import da from '../locales/da.json' with { type: 'json' };
import de from '../locales/de.json' with { type: 'json' };
import el from '../locales/el.json' with { type: 'json' };
import es from '../locales/es.json' with { type: 'json' };
import fi from '../locales/fi.json' with { type: 'json' };
import fr from '../locales/fr.json' with { type: 'json' };
import he from '../locales/he.json' with { type: 'json' };
import hu from '../locales/hu.json' with { type: 'json' };
import it from '../locales/it.json' with { type: 'json' };
import ja from '../locales/ja.json' with { type: 'json' };
import ko from '../locales/ko.json' with { type: 'json' };
import nb from '../locales/nb.json' with { type: 'json' };
import nl from '../locales/nl.json' with { type: 'json' };
import pl from '../locales/pl.json' with { type: 'json' };
import pt from '../locales/pt.json' with { type: 'json' };
import ptBr from '../locales/pt-BR.json' with { type: 'json' };
import ro from '../locales/ro.json' with { type: 'json' };
import sk from '../locales/sk.json' with { type: 'json' };
import sv from '../locales/sv.json' with { type: 'json' };
import tr from '../locales/tr.json' with { type: 'json' };
import uk from '../locales/uk.json' with { type: 'json' };
import zhHans from '../locales/zh-Hans.json' with { type: 'json' };
import type { TranslatedTexts } from '../src/configuration/texts.ts';

/** Every file of `locales/`, by its BCP 47 tag. A file that lacks a text does not compile here. */
export const LOCALES = {
  ar,
  cs,
  da,
  de,
  el,
  es,
  fi,
  fr,
  he,
  hu,
  it,
  ja,
  ko,
  nb,
  nl,
  pl,
  pt,
  'pt-BR': ptBr,
  ro,
  sk,
  sv,
  tr,
  uk,
  'zh-Hans': zhHans,
} as const satisfies Readonly<Record<string, TranslatedTexts>>;

export type Language = keyof typeof LOCALES;

/**
 * The locales of Magento that speak each language, as `Magento\Framework\Locale\Config` lists them. Magento looks for a
 * file with exactly the locale's name, so Austria does not get the file of Germany.
 */
export const MAGENTO_LOCALES: Readonly<Record<Language, readonly string[]>> = {
  ar: ['ar_DZ', 'ar_EG', 'ar_KW', 'ar_MA', 'ar_SA'],
  cs: ['cs_CZ'],
  da: ['da_DK'],
  de: ['de_AT', 'de_CH', 'de_DE', 'de_LU'],
  el: ['el_GR'],
  es: ['es_AR', 'es_BO', 'es_CL', 'es_CO', 'es_CR', 'es_ES', 'es_MX', 'es_PA', 'es_PE', 'es_VE'],
  fi: ['fi_FI'],
  fr: ['fr_BE', 'fr_CA', 'fr_CH', 'fr_FR', 'fr_LU'],
  he: ['he_IL'],
  hu: ['hu_HU'],
  it: ['it_CH', 'it_IT'],
  ja: ['ja_JP'],
  ko: ['ko_KR'],
  nb: ['nb_NO'],
  nl: ['nl_BE', 'nl_NL'],
  pl: ['pl_PL'],
  pt: ['pt_PT'],
  'pt-BR': ['pt_BR'],
  ro: ['ro_RO'],
  sk: ['sk_SK'],
  sv: ['sv_FI', 'sv_SE'],
  tr: ['tr_TR'],
  uk: ['uk_UA'],
  'zh-Hans': ['zh_Hans_CN'],
};
