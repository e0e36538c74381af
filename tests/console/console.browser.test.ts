import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_ZONE } from '../../services/local/example-zone.ts';
import { browserHere } from '../local/browser.ts';
import { type ConsolePage, openConsole, UNHURRIED } from './console-page.ts';
import { VISITED_PAGES } from './visited-pages.ts';

describe.runIf(browserHere('the console') !== null)('the console, as a person uses it', UNHURRIED, () => {
  let console: ConsolePage;
  let { page, context, trouble, open, press, sees, signIn, look } = {} as ConsolePage;

  beforeAll(async () => {
    console = await openConsole();
    ({ page, context, trouble, open, press, sees, signIn, look } = console);
  }, UNHURRIED.timeout);

  afterAll(() => console?.end());

  it('asks one question after the other, and says with its article why a nitration plant may not come', async () => {
    await open('');
    await page.getByRole('searchbox').fill('yunfen huagong');
    await press(/化工园区（示例）/);
    await page.getByRole('searchbox').fill('硝基苯');
    await press(/2614/);
    await sees('项目属于新建、扩建');
    await sees(/最多 \d+ 项/);
    await page.getByRole('checkbox', { name: '新建' }).check();
    await press('确定');
    await sees('已答 2 项');
    // What is not known yet is passed over, and the next is asked.
    await press('暂不清楚，先跳过');
    await sees('暂不清楚');
    // Somebody who knows what will decide need not be asked for all the rest.
    await press('看目前的结论');
    for (const [fact, answer] of [
      ['重点监管的危险化工工艺', '硝化工艺'],
      ['涉及的淘汰落后工艺', '间歇或半间歇釜式硝化'],
    ] as const) {
      await press(new RegExp(`补充\\s*${fact}`));
      await page.getByRole('checkbox', { name: answer }).check();
      await press('确定');
    }
    await page.getByText(/^其余 \d+ 项/).click();
    await press(/补充\s*建设目的/);
    await press('都没有');
    await page.getByRole('heading', { name: '不予准入' }).waitFor();
    await sees('国家级 3.10');
    await sees('即使没有上述条款，还须满足');
  });

  it('reproduces a verdict by its link, prints and copies it', async () => {
    await press('复制链接');
    await sees('链接已复制');
    const link: string = await page.evaluate('navigator.clipboard.readText()');
    expect(new URL(link).search).toBe('');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await open(new URL(link).hash);
    await page.getByRole('heading', { name: '不予准入' }).waitFor();
    // The facts stand behind the # and are in no address that is sent.
    expect(requests.filter((url) => /facts|NITRATION/.test(url))).toEqual([]);
    await press('复制文字');
    await sees('文字已复制');
    const copied: string = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toContain('不予准入');
    expect(copied).toContain(link);
  });

  it('shows at once what an answer that is changed comes to, and never a verdict on other facts', async () => {
    const before = trouble.length;
    await context.setOffline(true);
    await press(/修改\s*重点监管的危险化工工艺/);
    await press('都没有');
    await sees('连接不上服务');
    expect(await page.getByRole('heading', { name: '不予准入' }).count()).toBe(0);
    await context.setOffline(false);
    trouble.splice(before);
    await press('重试');
    await page.getByRole('heading', { name: '情况待补充' }).waitFor();
  });

  it('is used by keys alone', async () => {
    await open('');
    const to = async (name: RegExp) => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        const focused: string = await page.evaluate(
          '(document.activeElement.getAttribute("aria-label") ?? "") + document.activeElement.closest("label, button, a, summary, input")?.textContent',
        );
        if (name.test(focused)) return;
      }
      throw new Error(`no way by Tab to ${name}`);
    };
    await sees('晋川化工园区');
    await to(/园区名称、拼音或代码/);
    await page.keyboard.type('jinchuan');
    await sees('共 1 个园区');
    await to(/晋川/);
    await page.keyboard.press('Enter');
    await sees('项目生产什么');
    await to(/用平常的话说/);
    await page.keyboard.type('面包');
    await sees('1411');
    await to(/1411/);
    await page.keyboard.press('Enter');
    await sees('目前的结论');
    expect(await page.evaluate('document.activeElement.id')).toBe('question');
    await to(/^看目前的结论/);
    await page.keyboard.press('Space');
    await sees('尚待说明的情况');
  });

  it('shows what applies in a zone as of any day, an entry at its side, and how it came', async () => {
    await open('#/catalogs');
    await page.getByLabel('园区').selectOption({ label: '晋川化工园区（示例）' });
    await sees('该园区适用的条目');
    await page.getByLabel('依据日期').fill('2027-08-01');
    await page
      .getByRole('row', { name: /吕梁市/ })
      .getByText('第 2 版')
      .waitFor();
    await page.getByRole('textbox', { name: '行业代码' }).fill('2614');
    await page.getByLabel('编号或内容').fill('投资总额');
    await press('查询');
    await page.getByRole('row', { name: /5亿元/ }).click();
    await page.getByRole('complementary').getByText('50000 万元').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '条目沿革和全文' }).click();
    await page.getByRole('heading', { name: '条目沿革' }).waitFor();
    await sees('2027-07-01');
  });

  it('signs in by the code flow, renews in silence, and signs out', async () => {
    await open('#/catalogs');
    await signIn('李夏');
    await sees('李夏');
    await page.getByRole('heading', { name: '目录', level: 1 }).waitFor();
    expect(new URL(page.url())).toMatchObject({ search: '', hash: '#/catalogs' });
    // Nothing of it outlives the tab.
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, document.cookie])')).not.toContain('ey');
    const before = await page.evaluate(END_SOON);
    await page.reload();
    await sees('山西省重点行业');
    await expect.poll(() => page.evaluate('JSON.parse(sessionStorage.session).token')).not.toBe(before);
    await press('退出');
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(await page.evaluate('sessionStorage.session')).toBeUndefined();
  });

  it('lets two tabs sign in at once, each as whom it asked for', async () => {
    await open('#/catalogs');
    const other = await context.newPage();
    await other.goto(`${console.url}/#/verify`);
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: '登录' }).click();
      await tab.getByRole('link', { name: '李夏' }).waitFor();
    }
    await page.getByRole('link', { name: '李夏' }).click();
    await other.getByRole('link', { name: '钱进' }).click();
    for (const [tab, name, hash] of [
      [page, '李夏', '#/catalogs'],
      [other, '钱进', '#/verify'],
    ] as const) {
      await tab.locator('.person').filter({ hasText: name }).waitFor();
      expect(new URL(tab.url()).hash).toBe(hash);
    }
    expect(
      await page.evaluate('Object.keys(localStorage).filter((name) => name.startsWith("signing-in"))'),
    ).toEqual([]);
    await other.close();
    await press('退出');
  });

  it('takes nobody for a person who has signed out, even where the browser gives back the tab as it was', async () => {
    await open('#/catalogs');
    await signIn('李夏');
    const asItWas = `Object.assign(sessionStorage, ${await page.evaluate('JSON.stringify(sessionStorage)')})`;
    await press('退出');
    await press('登录');
    await page.getByRole('link', { name: '钱进' }).waitFor();
    await page.evaluate(`sessionStorage.clear(); ${asItWas}`);
    await page.getByRole('link', { name: '钱进' }).click();
    await page.getByRole('button', { name: '退出' }).waitFor();
    expect(await page.locator('.person').textContent()).toBe('钱进');
    await page.evaluate(asItWas);
    await page.reload();
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  it('lists decisions for an officer, shows one as a document, and verifies what was printed for anybody', async () => {
    await open('#/decisions');
    await signIn('李夏');
    await sees('请选择园区');
    await look('decisions');
    const id: string = await page.evaluate(DECIDE_HERE);
    await page.getByLabel('园区').selectOption(SAMPLE_ZONE);
    await page.getByLabel('建设单位').fill('试验');
    await press('查询');
    await page.getByRole('link', { name: '硝基苯试验项目' }).click();
    await page.getByRole('heading', { name: '准入决定', level: 1 }).last().waitFor();
    await sees('试验化工有限公司');
    await sees('审批人员（officer），授权区域为');
    await page.getByRole('img', { name: '核验用二维码' }).waitFor();
    await look('decision');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    const receipt: string = await page.evaluate(
      "[...document.querySelectorAll('dt')].find((dt) => dt.textContent === '回执').nextElementSibling.textContent",
    );
    await press('退出');
    await open(`#/verify/${id}?receipt=${receipt}`);
    await sees('回执一致，该决定有效');
    await open(`#/verify/${id}?receipt=${'0'.repeat(64)}`);
    await sees('纸面回执与记录不符');
    await open('#/verify/decision_0');
    await sees('没有这个编号的准入决定');
    await open(`#/decisions/${id}`);
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(await page.getByText('试验化工有限公司').count()).toBe(0);
  });

  it('supersedes a decision by what was stated since, and what was recorded first stays as it was', async () => {
    await open('#/decisions');
    await signIn('李夏');
    await page.getByRole('heading', { name: '准入决定' }).waitFor();
    const id: string = await page.evaluate(DECIDE_HERE);
    // What the page lacks to offer it is said, and can be had again.
    const withoutRoles = (route: Route) =>
      route.request().postData()?.includes('query WhoAt') ? route.abort() : route.continue();
    await context.route('**/officer/graphql', withoutRoles);
    const before = trouble.length;
    await open(`#/decisions/${id}`);
    await sees('连接不上服务');
    expect(await page.getByRole('link', { name: '替代…' }).count()).toBe(0);
    await context.unroute('**/officer/graphql', withoutRoles);
    // That a request was cut off is what the browser itself complains of.
    trouble.splice(before);
    await press('重试');
    await page.getByRole('link', { name: '替代…' }).click();
    await press(/补充\s*建设性质/);
    await page.getByRole('checkbox', { name: '新建' }).check();
    await press('确定');
    await press(/修改\s*建设性质/);
    await press('看目前的结论');
    await page.getByLabel('项目名称').fill('硝基苯扩建项目');
    await look('decision-supersede');
    await press('替代…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '作出新的决定' }).click();
    await dialog.getByText('请写明事由').waitFor();
    await dialog.getByLabel('办理事由').fill('企业补正建设性质');
    await look('decision-supersede-dialog');
    await dialog.getByRole('button', { name: '作出新的决定' }).click();
    await sees(`本决定替代 ${id}，理由：企业补正建设性质`);
    await sees('硝基苯扩建项目');
    await open(`#/decisions/${id}`);
    await sees('本决定已被替代，不再有效');
    await sees('硝基苯试验项目');
    expect(await page.getByRole('link', { name: '替代…' }).count()).toBe(0);
    await open(`#/decisions/${id}/supersede`);
    await sees('该决定已被替代');
  });

  it('shows a decision whose record is damaged in its row and on its page, and all others beside it', async () => {
    // The record itself is damaged in tests/api/decisions.test.ts; this is what the API then answers.
    const damaged = async (route: Route) => {
      const answer = await (await route.fetch()).json();
      const [edge] = answer.data.decisions?.edges ?? [];
      if (edge) edge.node = null;
      if (answer.data.decision) answer.data.decision = null;
      const path = edge ? ['decisions', 'edges', 0, 'node'] : ['decision'];
      const errors = [
        { message: 'damaged', path, extensions: { code: 'DECISION_DAMAGED', zh: '存储记录缺失或被改动' } },
      ];
      await route.fulfill({ json: edge || path.length === 1 ? { data: answer.data, errors } : answer });
    };
    const ofDecisions = (route: Route) =>
      /query (ListDecisions|OneDecision)/.test(route.request().postData() ?? '')
        ? damaged(route)
        : route.continue();
    await context.route('**/officer/graphql', ofDecisions);
    await open('#/decisions');
    await page.getByLabel('园区').selectOption(SAMPLE_ZONE);
    await press('查询');
    const row = page.getByRole('row').filter({ hasText: '记录损坏' });
    await row.waitFor();
    await page.getByRole('row').filter({ hasText: '硝基苯试验项目' }).first().waitFor();
    await page.getByRole('row').filter({ hasText: '已被替代' }).first().waitFor();
    await look('decisions-damaged');
    await row.getByRole('link').click();
    await sees('存储记录缺失或被改动');
    await look('decision-damaged');
    await context.unroute('**/officer/graphql', ofDecisions);
  });

  it('keeps what was typed when the sign-in ends, and goes on after one has signed in again', async () => {
    await open('#/decisions');
    await page.getByLabel('建设单位').fill('试验化工');
    // Somebody else has used the refresh token, and the ID token has ended.
    await page.evaluate(USE_REFRESH_TOKEN);
    const before = trouble.length;
    await page.clock.setFixedTime(Date.now() + 13 * 3_600_000);
    await page.getByLabel('园区').selectOption(SAMPLE_ZONE);
    await press('查询');
    await sees('登录已过期');
    await page.clock.setFixedTime(Date.now());
    await look('expired');
    const signsInAgain = async () => {
      const [again] = await Promise.all([context.waitForEvent('page'), press('在新窗口重新登录')]);
      await again.getByRole('link', { name: '李夏' }).click();
      await page.getByText('登录已过期').waitFor({ state: 'detached' });
      await expect.poll(() => again.isClosed()).toBe(true);
    };
    await signsInAgain();
    expect(await page.getByLabel('建设单位').inputValue()).toBe('试验化工');
    await page.getByRole('row').filter({ hasText: '试验化工' }).first().waitFor();
    // What the API refuses is done again by itself.
    await page.evaluate(SPOIL_TOKEN);
    await page.reload();
    await sees('登录已过期');
    await signsInAgain();
    await page.getByRole('row').filter({ hasText: '试验化工' }).first().waitFor();
    // That an answer was a refusal is what the browser itself complains of.
    trouble.splice(before);
    await press('退出');
    await page.getByRole('button', { name: '登录' }).waitFor();
  });

  it('says who may use a page to those who may not', async () => {
    await open('#/decisions');
    await signIn('钱进');
    await sees('您的账号没有本页所需的角色：审批人员、管理人员');
    await press('退出');
    await signIn('赵管');
    await page.getByLabel('园区').selectOption(SAMPLE_ZONE);
    await press('查询');
    await page.getByRole('link', { name: '硝基苯扩建项目' }).click();
    await sees('由审批人员以新的决定替代');
    expect(await page.getByRole('link', { name: '替代…' }).count()).toBe(0);
    await press('退出');
  });

  it.each(['#/none', '#/%zz'])('says that there is no page at %s', async (hash) => {
    await open(hash);
    await sees('没有这个页面');
  });

  it('is in English by a switch', async () => {
    await open('');
    await press('English');
    await sees('Which zone would the project come to?');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await press('中文');
    await sees('项目想落在哪个园区？');
  });

  it.each(VISITED_PAGES)(
    '$name can be used by everybody (WCAG 2.2 AA by axe), in the dark and at twice the size too',
    async (visited) => {
      await open(visited.hash);
      await sees(visited.shows);
      await look(visited.name);
    },
  );

  it('opens while the network is cut', async () => {
    await open('');
    await page.evaluate('navigator.serviceWorker.ready');
    await expect.poll(() => page.evaluate('caches.keys().then((names) => names.length)')).toBe(1);
    const before = trouble.length;
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: '项目想落在哪个园区？' }).waitFor();
    await sees('连接不上服务');
    await context.setOffline(false);
    await press('重试');
    await sees('共 14 个园区');
    // That the network was cut is what the browser itself complains of.
    trouble.splice(before);
  });

  it('had nothing to complain about, kept its policy, and fetched nothing elsewhere', () => {
    expect(trouble).toEqual([]);
  });
});

const END_SOON = `(() => {
  const session = JSON.parse(sessionStorage.session);
  sessionStorage.session = JSON.stringify({ ...session, endsAt: Date.now() + 1000 });
  return session.token;
})()`;

const USE_REFRESH_TOKEN = `fetch('token', {
  method: 'POST',
  body: new URLSearchParams({ client_id: 'park-admission', grant_type: 'refresh_token',
    refresh_token: JSON.parse(sessionStorage.session).refreshToken }),
}).then((response) => response.json())`;

const SPOIL_TOKEN = `sessionStorage.session = JSON.stringify({ ...JSON.parse(sessionStorage.session), token: 'spoilt' })`;

const DECIDE_HERE = `fetch('officer/graphql', {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Bearer ' + JSON.parse(sessionStorage.session).token },
  body: JSON.stringify({
    query: 'mutation ($input: DecideAdmissionInput!) { decideAdmission(input: $input) { decision { id } } }',
    variables: { input: { idempotencyKey: crypto.randomUUID(), project: {
      zone: '${SAMPLE_ZONE}', name: '硝基苯试验项目', applicant: '试验化工有限公司', industries: ['2614'] } } },
  }),
}).then((response) => response.json()).then(({ data }) => data.decideAdmission.decision.id)`;
