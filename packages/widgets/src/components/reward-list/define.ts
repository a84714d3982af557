import { define } from '../../internal/define.ts';
import { RewardListElement } from './reward-list.ts';

define('wee5-reward-list', RewardListElement);

export { RewardListElement };
