/** The consent to marketing by e-mail, as Klaviyo would record it for a list. */
export interface NewsletterConsent {
  readonly email: string;
  readonly list: string;
}
