import A11yDialog from 'a11y-dialog';
import { addDialog } from './dialog-markup.js';

const dialog = addDialog({ closing: 'data-a11y-dialog-hide' });
document.querySelector('.bench-open').addEventListener('click', () => started.show());
const started = new A11yDialog(dialog);
