import { define } from '../../internal/define.ts';
import { RankCardElement } from './rank-card.ts';

define('wee5-rank-card', RankCardElement);

export { RankCardElement };
