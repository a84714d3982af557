import { define } from '../../internal/define.ts';
import { LevelBadgeElement } from './level-badge.ts';

define('wee5-level-badge', LevelBadgeElement);

export { LevelBadgeElement };
