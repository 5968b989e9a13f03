import MicroModal from 'micromodal';
import { addDialog } from './dialog-markup.js';

addDialog({ closing: 'data-micromodal-close' });
document.querySelector('.bench-open').setAttribute('data-micromodal-trigger', 'bench-dialog');
MicroModal.init({ openClass: 'is-open', awaitOpenAnimation: false });
