import "../css/review.css";
import { deck as fetchDeck } from "./api";
import { announce } from "./page/dom";
import { text } from "./page/i18n";
import { Interview } from "./review/interview";
import type { Settings } from "./review/queue";
import { Reviewing } from "./review/reviewing";
import { Session } from "./review/session";
import { suggest } from "./search/suggest";
import { Deck } from "./study/deck";
import { knownSlugs } from "./study/known";
import { onOtherTab, progress, record, restoreMirror } from "./study/log";
import { reviews } from "./study/progress";
import { keep, loadJson } from "./study/storage";

const SETTINGS = "zhitu.review";
const PER_DAY = 10;

for (const id of ["topic", "goal"]) {
  const input = document.getElementById(id);
  if (input instanceof HTMLInputElement) {
    suggest(input, {
      asked: (value) => value.trim(),
      questions: false,
      choose: (hit) => {
        input.value = hit.label;
      },
    });
  }
}

function settings(): Settings {
  const stored = loadJson(SETTINGS) as Partial<Settings> | null;
  const perDay = stored?.perDay;
  return {
    perDay: typeof perDay === "number" && perDay >= 0 && perDay <= 999 ? perDay : PER_DAY,
    eager: stored?.eager === true,
  };
}

async function start(review: HTMLElement, stage: HTMLElement): Promise<void> {
  const deck = new Deck(await fetchDeck(new URLSearchParams(location.search)));
  await restoreMirror();
  const session = new Session(deck, reviews((await progress()).events), settings(), {
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
    bindInterview(review, stage, scene, deck, renew);
  }
  bindSettings(review, session, () => !reviewing.isAsking() && reviewing.overview());
  onOtherTab(() => void renew());
  document.querySelector<HTMLElement>(".plain-cards")?.setAttribute("hidden", "");
  review.hidden = false;
  reviewing.overview();
}

function bindSettings(review: HTMLElement, session: Session, changed: () => void): void {
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
      session.want(settings());
      changed();
    });
  }
}

function bindInterview(
  review: HTMLElement,
  stage: HTMLElement,
  scene: HTMLElement,
  deck: Deck,
  renew: () => Promise<void>,
): void {
  const form = review.querySelector<HTMLFormElement>("#interview-form");
  const back = (): void => {
    scene.hidden = true;
    stage.hidden = false;
    review.classList.remove("interviewing");
    form?.querySelector<HTMLElement>("button")?.focus();
    void renew();
  };
  const interview = new Interview(scene, deck, record, back);
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = new FormData(form);
    stage.hidden = true;
    scene.hidden = false;
    review.classList.add("interviewing");
    interview.start(Number(asked.get("count") ?? 5), Number(asked.get("minutes") ?? 2));
  });
}

const review = document.getElementById("review");
const stage = document.getElementById("cards");
if (review !== null && stage !== null) {
  start(review, stage).catch(() => announce(text("failed")));
}
