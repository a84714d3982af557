import { define } from '../../internal/define.ts';
import { ActivityElement } from './activity.ts';

define('wee5-activity', ActivityElement);

export { ActivityElement };
