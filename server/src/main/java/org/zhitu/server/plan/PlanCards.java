package org.zhitu.server.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.study.StudyPath;

/**
 * The questions of a plan as cards for Anki, in learning order: as a text file that it imports, one card a line, or as a package. A card keeps
 * its identity through the question's id, so that importing again changes cards and adds no second ones. Pictures are left
 * out, since the file carries none; their descriptions stay.
 *
 * @see <a href="https://docs.ankiweb.net/importing/text-files.html">Anki manual, importing text files</a>
 */
final class PlanCards {
    /** The most cards of one file. */
    static final int MAX_CARDS = 5000;

    private static final Pattern PICTURE = Pattern.compile("<img\\b([^>]*)>");
    private static final Pattern DESCRIPTION = Pattern.compile("\\balt=\"([^\"]*)\"");
    private static final Pattern FORMULA =
            Pattern.compile("<(span|div) class=\"math (inline|display)\">([^<]*)</(?:span|div)>");
    private static final Pattern PREFORMATTED = Pattern.compile("<pre\\b.*?</pre>", Pattern.DOTALL);

    private final PlanWords words;
    private final Questions questions;

    PlanCards(PlanWords words, Questions questions) {
        this.words = words;
        this.questions = questions;
    }

    /**
     * One card.
     *
     * @param guid     what Anki knows it by
     * @param question the bare text of the front
     * @param front    as HTML
     * @param back     as HTML
     * @param tags     with spaces between
     */
    record Card(String guid, String question, String front, String back, String tags) {}

    /** Returns the cards as a text file. */
    String text(Plan plan) {
        StringBuilder text = new StringBuilder()
                .append("#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n#deck:")
                .append(deck(plan))
                .append("\n#columns:GUID\tFront\tBack\tTags\n");
        for (Card card : cards(plan)) {
            text.append(String.join(
                            "\t",
                            List.of(field(card.guid()), field(card.front()), field(card.back()), field(card.tags()))))
                    .append('\n');
        }
        return text.toString();
    }

    /** Returns the cards as a package. */
    byte[] pack(Plan plan) {
        return AnkiPackage.of(deck(plan), cards(plan));
    }

    private List<Card> cards(Plan plan) {
        Map<String, StudyPath.Step> steps = new LinkedHashMap<>();
        Map<String, QuestionRef> asked = new LinkedHashMap<>();
        for (StudyPath.Step step : plan.path().steps()) {
            for (QuestionRef question : step.questions()) {
                if (asked.size() < MAX_CARDS && asked.putIfAbsent(question.id(), question) == null) {
                    steps.put(question.id(), step);
                }
            }
        }
        SortedMap<String, String> answers = questions.answers(asked.keySet());
        List<Card> cards = new ArrayList<>();
        steps.forEach((id, step) -> {
            QuestionRef question = asked.getOrDefault(id, new QuestionRef(id, "", false, "", 0));
            String answer = answers.getOrDefault(id, "");
            String text = question.text().strip();
            cards.add(new Card("zhitu-" + id, text, escaped(text), back(question, answer), tags(step, answer)));
        });
        return cards;
    }

    /** Decks stand in each other by two colons. */
    private String deck(Plan plan) {
        String name = words.of("calendar-name", words.goals(plan));
        return "Zhitu::" + name.replaceAll("[\\p{Cntrl}\"]|::+", " ").strip();
    }

    private String back(QuestionRef question, String answer) {
        String body = answer.isBlank() ? "<p>" + escaped(words.of("no-answer")) + "</p>" : portable(answer);
        return body + "<p><small>" + escaped(PlanWords.place(question)) + "</small></p>";
    }

    private static String tags(StudyPath.Step step, String answer) {
        String concept = "zhitu::" + step.slug();
        return answer.isBlank() ? concept + " zhitu::no-answer" : concept;
    }

    /** Returns HTML that Anki can show by itself: no pictures, formulas as its own. */
    private static String portable(String html) {
        String bare = PICTURE.matcher(html).replaceAll(picture -> {
            Matcher description = DESCRIPTION.matcher(picture.group(1));
            return Matcher.quoteReplacement(description.find() ? description.group(1) : "");
        });
        return FORMULA.matcher(bare)
                .replaceAll(formula -> Matcher.quoteReplacement(
                        formula.group(2).equals("inline")
                                ? "\\(" + formula.group(3) + "\\)"
                                : "\\[" + formula.group(3) + "\\]"));
    }

    /** Returns a field on one line: line ends that matter become elements, others spaces. */
    private static String field(String html) {
        String marked = PREFORMATTED
                .matcher(html)
                .replaceAll(code -> Matcher.quoteReplacement(
                        code.group().strip().replace("\t", "    ").replaceAll("\\R", "<br>")));
        String line = marked.replaceAll("\\s*\\R\\s*|\t", " ").strip();
        return line.contains("\"") ? "\"" + line.replace("\"", "\"\"") + "\"" : line;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
