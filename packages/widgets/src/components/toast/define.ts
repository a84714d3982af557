import { define } from '../../internal/define.ts';
import { ToastElement } from './toast.ts';

define('wee5-toast', ToastElement);

export { ToastElement };
