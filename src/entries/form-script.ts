// The form's file as a classic script, for the script tag and for RequireJS: it hands over what is in it to the element that
// the start has loaded it by, and leaves nothing on the page.
import { HANDED_OVER } from '../loading/form-script.ts';
import { ownMembers } from '../page/document.ts';
import { form } from './form.ts';

ownMembers(document).currentScript?.dispatchEvent(new CustomEvent(HANDED_OVER, { detail: form }));
