import '../../widgets/src/define.ts';
import { scenes } from '../../widgets/gallery/scenes/index.ts';
import type { Scene } from '../../widgets/gallery/scenes/scene.ts';
import { FakeClient } from '../../widgets/testing/fake-client.ts';

/** A widget that reads nothing from any network: what its scene says is all it hears. */
export function createDemo(widget: string, state: string): HTMLElement {
  const element = document.createElement(`wee5-${widget}`) as HTMLElement & { client?: FakeClient };
  const client = new FakeClient();
  const scene: Scene | undefined = scenes[widget]?.[state];
  scene?.(client, element);
  element.client = client;
  return element;
}
