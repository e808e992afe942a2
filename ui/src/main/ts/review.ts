import { deck as fetchDeck } from "./api";
import { announce } from "./page/dom";
import { text } from "./page/i18n";
import { bindSuggestions } from "./plan/suggestions";
import { Interview } from "./review/interview";
import type { Settings } from "./review/queue";
import { Reviewing } from "./review/reviewing";
import { Session } from "./review/session";
import { Deck, together } from "./study/deck";
import { knownSlugs } from "./study/known";
import { onOtherTab, progress, record, restoreMirror } from "./study/log";
import { reviews } from "./study/progress";
import { keep, loadJson } from "./study/storage";

const SETTINGS = "zhitu.review";
const PER_DAY = 10;

bindSuggestions();

function settings(): Settings {
  const stored = loadJson(SETTINGS) as Partial<Settings> | null;
  const perDay = stored?.perDay;
  return {
    perDay: typeof perDay === "number" && perDay >= 0 && perDay <= 999 ? perDay : PER_DAY,
    eager: stored?.eager === true,
  };
}

async function start(review: HTMLElement, stage: HTMLElement): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const narrow = ["topic", "goal", "note"].some((name) => (asked.get(name) ?? "").trim() !== "");
  // How cards stand does not depend on which of them are asked: so the whole deck is there in any case.
  const [whole, part] = await Promise.all([fetchDeck(new URLSearchParams()), narrow ? fetchDeck(asked) : undefined]);
  const deck = new Deck(part === undefined ? whole : together(whole, part));
  const only = part === undefined ? undefined : new Set(part.cards.map(({ id }) => id));
  const wanted = (): Settings => ({ ...settings(), only });
  await restoreMirror();
  const session = new Session(deck, reviews((await progress()).events), wanted(), {
    now: () => Date.now(),
    record,
    marked: knownSlugs,
  });
  const reviewing = new Reviewing(stage, session);
  const scene = review.querySelector<HTMLElement>("#interview");
  const renew = async (): Promise<void> => {
    session.renew(reviews((await progress()).events));
    if (!reviewing.isAsking()) {
      reviewing.overview();
    }
  };
  if (scene !== null) {
    bindInterview(review, stage, scene, { deck, only }, renew);
  }
  bindSettings(
    review,
    () => session.want(wanted()),
    () => !reviewing.isAsking() && reviewing.overview(),
  );
  onOtherTab(() => void renew());
  document.querySelector<HTMLElement>(".plain-cards")?.setAttribute("hidden", "");
  review.hidden = false;
  reviewing.overview();
}

function bindSettings(review: HTMLElement, want: () => void, changed: () => void): void {
  const perDay = review.querySelector<HTMLInputElement>("#per-day");
  const eager = review.querySelector<HTMLInputElement>("#eager");
  if (perDay === null || eager === null) {
    return;
  }
  perDay.value = String(settings().perDay);
  eager.checked = settings().eager;
  for (const control of [perDay, eager]) {
    control.addEventListener("change", () => {
      const most = Math.round(Number(perDay.value));
      keep(SETTINGS, JSON.stringify({ perDay: Number.isFinite(most) ? most : PER_DAY, eager: eager.checked }));
      want();
      changed();
    });
  }
}

function bindInterview(
  review: HTMLElement,
  stage: HTMLElement,
  scene: HTMLElement,
  from: { deck: Deck; only: ReadonlySet<string> | undefined },
  renew: () => Promise<void>,
): void {
  const form = review.querySelector<HTMLFormElement>("#interview-form");
  const back = (): void => {
    scene.hidden = true;
    stage.hidden = false;
    review.closest("main")?.classList.remove("asking");
    form?.querySelector<HTMLElement>("button")?.focus();
    void renew();
  };
  const interview = new Interview(scene, from, record, back);
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = new FormData(form);
    stage.hidden = true;
    scene.hidden = false;
    review.closest("main")?.classList.add("asking");
    interview.start(Number(asked.get("count") ?? 5), Number(asked.get("minutes") ?? 2));
  });
}

const review = document.getElementById("review");
const stage = document.getElementById("cards");
if (review !== null && stage !== null) {
  start(review, stage).catch(() => announce(text("failed")));
}
