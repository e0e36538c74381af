import type { ComponentType } from 'preact';
import type { Role } from './generated/queries.ts';
import { AdmissionPage } from './portal/admission-page.tsx';
import { type Text, text } from './shell/locale.ts';
import type { PageProps } from './shell/router.ts';

export interface Page {
  /** The first part of the address: `#/catalogs/…` is that of `catalogs`; the first page has none. */
  readonly name: string;
  readonly title: Text;
  /** Its heading in the menu, or the name of the page that is marked there instead of it. */
  readonly menu: keyof typeof MENU | { readonly under: string };
  /** Who may use it: one of these, for some jurisdiction. Everybody where not given. */
  readonly roles?: readonly Role[];
  /** What it is: there at once, or fetched when somebody goes there. */
  readonly component: ComponentType<PageProps> | { readonly load: () => Promise<ComponentType<PageProps>> };
}

export const MENU = {
  ASK: text('查询', 'Enquiry'),
  CATALOGS: text('目录管理', 'Catalogs'),
  OFFICE: text('审批', 'Approval'),
} as const;

/** Every page, in the order of the menu. To add one: a component, and its line here. */
export const PAGES: readonly Page[] = [
  { name: '', title: text('能不能来', 'May it come?'), menu: 'ASK', component: AdmissionPage },
  {
    name: 'zones',
    title: text('哪里能来', 'Where may it come?'),
    menu: 'ASK',
    component: { load: async () => (await import('./portal/zones-page.tsx')).ZonesPage },
  },
  {
    name: 'catalogs',
    title: text('目录', 'Catalogs'),
    menu: 'ASK',
    component: { load: async () => (await import('./catalogs/catalogs-page.tsx')).CatalogsPage },
  },
  {
    name: 'verify',
    title: text('核验准入决定', 'Verify a decision'),
    menu: 'ASK',
    component: { load: async () => (await import('./decisions/verify-page.tsx')).VerifyPage },
  },
  {
    name: 'batches',
    title: text('批量判定', 'Batches'),
    menu: 'OFFICE',
    roles: ['OFFICER'],
    component: { load: async () => (await import('./batches/batches-page.tsx')).BatchesPage },
  },
  {
    name: 'drafts',
    title: text('草案', 'Drafts'),
    menu: 'CATALOGS',
    roles: ['EDITOR', 'PUBLISHER', 'ADMIN'],
    component: { load: async () => (await import('./drafts/drafts-page.tsx')).DraftsPage },
  },
  {
    name: 'waiting',
    title: text('待确认', 'To be confirmed'),
    menu: 'CATALOGS',
    roles: ['EDITOR', 'PUBLISHER', 'ADMIN'],
    component: { load: async () => (await import('./review/waiting-page.tsx')).WaitingPage },
  },
  {
    name: 'register',
    title: text('园区名录', 'Register'),
    menu: 'CATALOGS',
    component: { load: async () => (await import('./register/register-page.tsx')).RegisterPage },
  },
  {
    name: 'history',
    title: text('修订记录', 'Histories'),
    menu: 'CATALOGS',
    roles: ['EDITOR', 'PUBLISHER', 'OFFICER', 'ADMIN'],
    component: { load: async () => (await import('./history/history-page.tsx')).HistoryPage },
  },
  {
    name: 'decisions',
    title: text('准入决定', 'Decisions'),
    menu: 'OFFICE',
    roles: ['OFFICER', 'ADMIN'],
    component: { load: async () => (await import('./decisions/decisions-page.tsx')).DecisionsPage },
  },
];
