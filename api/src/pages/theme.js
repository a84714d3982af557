// Runs before anything is painted: Whop says in a cookie which theme it is in, else the system does.
{
  const follow = () => {
    const { 1: theme } =
      /whop-frosted-theme=[^;]*appearance(?::|%3A)(light|dark)/i.exec(document.cookie) ?? [];
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  follow();
  // Whop's switch is outside of this frame: it may have been used while the frame was not looked at.
  for (const event of ['focus', 'pointerover', 'visibilitychange']) addEventListener(event, follow);
}
