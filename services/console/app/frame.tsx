import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Role } from './generated/queries.ts';
import { Viewer } from './generated/queries.ts';
import { MENU, PAGES, type Page } from './pages.ts';
import { ROLE_LABELS } from './parts/labels.ts';
import { ErrorNote, Note } from './parts/note.tsx';
import { PageHead } from './parts/page-head.tsx';
import { list, localeStore, say, setLocale, text } from './shell/locale.ts';
import { href, type PageProps, routeStore } from './shell/router.ts';
import { expiredStore, sessionStore } from './shell/session.ts';
import { noteSignInFailed } from './shell/sign-in-failed.ts';
import { useStore } from './shell/store.ts';
import { useTroubles } from './shell/troubles.ts';
import { useQuery } from './shell/use-query.ts';

/** What is around every page: bar, menu, and who one is. */
export function Frame() {
  const locale = useStore(localeStore);
  const route = useStore(routeStore);
  const page = PAGES.find(({ name }) => name === (route.path[0] ?? ''));
  useEffect(() => {
    document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN';
    document.title = page ? `${say(page.title)} · ${say(T.name)}` : say(T.name);
  }, [locale, page]);
  return (
    <>
      <button
        type="button"
        class="skip"
        onClick={() => document.querySelector<HTMLElement>('#main')!.focus()}
      >
        {say(T.skip)}
      </button>
      <header class="bar">
        <a class="brand" href={href([])}>
          {say(T.name)}
        </a>
        <span class="grow" />
        <button type="button" class="btn quiet" onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')}>
          {locale === 'en' ? <span lang="zh-CN">中文</span> : <span lang="en">English</span>}
        </button>
        <Person />
      </header>
      <div class="frame">
        <Menu current={page} />
        <main class="page" id="main" tabIndex={-1}>
          <Troubles />
          {page ? (
            <Allowed page={page}>
              <Loaded key={page.name} page={page} path={route.path.slice(1)} query={route.query} />
            </Allowed>
          ) : (
            <Note tone="bad">
              {say(T.nothingHere)} <a href={href([])}>{say(T.toFirst)}</a>
            </Note>
          )}
        </main>
      </div>
    </>
  );
}

function Menu({ current }: { readonly current: Page | undefined }) {
  const marked =
    current && typeof current.menu === 'object' ? (current.menu as { under: string }).under : current?.name;
  const headings = (Object.keys(MENU) as (keyof typeof MENU)[]).filter((heading) =>
    PAGES.some(({ menu }) => menu === heading),
  );
  return (
    <nav class="menu" aria-label={say(T.menu)}>
      {headings.map((heading) => (
        <section key={heading}>
          <h2>{say(MENU[heading])}</h2>
          {PAGES.filter(({ menu }) => menu === heading).map(({ name, title }) => (
            <a
              key={name}
              href={href(name === '' ? [] : [name])}
              aria-current={name === marked ? 'page' : undefined}
            >
              {say(title)}
            </a>
          ))}
        </section>
      ))}
    </nav>
  );
}

function Person() {
  const session = useStore(sessionStore);
  const [busy, setBusy] = useState(false);
  // Fetched when it is needed: most people never sign in.
  const start = () => {
    setBusy(true);
    import('./shell/sign-in.ts')
      .then(({ signIn, signOut }) => (session ? signOut(session) : signIn()))
      .catch(noteSignInFailed)
      .finally(() => setBusy(false));
  };
  return (
    <>
      {session && <span class="person">{session.name}</span>}
      <button type="button" class="btn quiet" disabled={busy} onClick={start}>
        {say(session ? T.signOut : T.signIn)}
      </button>
    </>
  );
}

/** What went wrong at no one place of the page, and that one has to sign in again to go on. */
function Troubles() {
  const session = useStore(sessionStore);
  const expired = useStore(expiredStore);
  const troubles = useTroubles();
  const again = () =>
    import('./shell/sign-in.ts').then(({ signInAgain }) => signInAgain(session!)).catch(noteSignInFailed);
  const retries = troubles.flatMap(({ onRetry }) => onRetry ?? []);
  // One cause often meets many questions at once.
  const distinct = new Map(troubles.map(({ error }) => [error.message, error]));
  return (
    <>
      {expired && (
        <Note tone="bad">
          {say(T.expired)}{' '}
          <button type="button" class="btn" onClick={again}>
            {say(T.signInAgain)}
          </button>
        </Note>
      )}
      {[...distinct.values()].map((error) => (
        <ErrorNote
          key={error.message}
          error={error}
          {...(retries.length > 0 && {
            onRetry: () => {
              for (const retry of retries) retry();
            },
          })}
        />
      ))}
    </>
  );
}

/** What one may not do is not offered, and says who may. */
function Allowed({ page, children }: { readonly page: Page; readonly children: preact.ComponentChildren }) {
  const session = useStore(sessionStore);
  const { data, error, reload } = useQuery(Viewer, page.roles && session ? {} : null);
  if (!page.roles) return <>{children}</>;
  const who = list(page.roles.map((role) => say(ROLE_LABELS[role])));
  const instead = (note: string) => (
    <>
      <PageHead title={say(page.title)} />
      <Note>{note}</Note>
    </>
  );
  if (!session) return instead(say(T.signInFirst, { who }));
  if (!data)
    return error ? <ErrorNote error={error} onRetry={reload} /> : <p class="muted">{say(T.loading)}</p>;
  // Once it is known it stays, whatever fails later: with the page would go what was typed.
  const held: readonly Role[] = data.viewer?.grants.map(({ role }) => role) ?? [];
  if (!page.roles.some((role) => held.includes(role))) return instead(say(T.notYours, { who }));
  return <>{children}</>;
}

function Loaded({ page, ...props }: PageProps & { readonly page: Page }) {
  const [Component, setComponent] = useState<ComponentType<PageProps> | null>(() =>
    typeof page.component === 'function' ? page.component : null,
  );
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (typeof page.component !== 'function')
      page.component.load().then(
        (loaded) => setComponent(() => loaded),
        () => setFailed(true),
      );
  }, [page]);
  if (failed) return <Note tone="bad">{say(T.notFetched)}</Note>;
  return Component ? <Component {...props} /> : <p class="muted">{say(T.loading)}</p>;
}

const T = {
  name: text('园区项目准入', 'Park admission'),
  skip: text('跳到正文', 'Skip to the page'),
  menu: text('主菜单', 'Main menu'),
  nothingHere: text('没有这个页面。', 'There is no such page.'),
  toFirst: text('回到首页', 'Go to the first page'),
  signIn: text('登录', 'Sign in'),
  signOut: text('退出', 'Sign out'),
  signInFirst: text('本页供{who}使用，请先登录。', 'This page is for: {who}. Sign in first.'),
  notYours: text(
    '您的账号没有本页所需的角色：{who}。请联系管理人员授权。',
    'Your account has none of the roles that this page needs: {who}. Ask an admin for one.',
  ),
  expired: text(
    '登录已过期。已填的内容都在，请重新登录后继续。',
    'Your sign-in has ended. Nothing that you entered is lost: sign in again to go on.',
  ),
  signInAgain: text('在新窗口重新登录', 'Sign in again in a new window'),
  loading: text('正在加载…', 'Loading…'),
  notFetched: text(
    '页面没有加载成功，请检查网络后刷新。',
    'The page could not be fetched. Check the network and reload.',
  ),
};
