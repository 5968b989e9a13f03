// The form's file as a classic script, for the script tag and for RequireJS. It passes the form to the script element that
// loaded it by an event, and leaves nothing on the page.
import { HANDED_OVER } from '../loading/classic-script.ts';
import { ownMembers } from '../page/document.ts';
import { form } from './form.ts';

ownMembers(document).currentScript?.dispatchEvent(new CustomEvent(HANDED_OVER, { detail: form }));
