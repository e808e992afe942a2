package org.zhitu.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhitu.ontology.Language;

class ProblemExceptionTest {
    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameArguments() {
        ResourceBundle english = bundle("en");
        ResourceBundle chinese = bundle("zh");
        assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        for (String key : english.keySet()) {
            assertThat(arguments(chinese.getString(key))).as(key).isEqualTo(arguments(english.getString(key)));
        }
    }

    @Test
    void saysWhatIsWrongAndTheCureInBothLanguages() {
        ProblemException problem = new ProblemException(400, "query-syntax", 3, 16, "‘=’");
        assertThat(problem.detail(Language.EN)).isEqualTo("Line 3, column 16: ‘=’");
        assertThat(problem.detail(Language.ZH)).isEqualTo("第 3 行第 16 列：‘=’");
        assertThat(problem.title(Language.ZH)).isEqualTo("查询语法错误");
        assertThat(problem.type()).endsWith("/problem/query-syntax");
    }

    @Test
    void numbersAreNotGrouped() {
        assertThat(new ProblemException(413, "too-many-rows", 10_000_000L).detail(Language.EN))
                .contains("10000000");
    }

    private static ResourceBundle bundle(String tag) {
        return ResourceBundle.getBundle("org.zhitu.server.problem.problems", Locale.forLanguageTag(tag));
    }

    private static java.util.Set<String> arguments(String text) {
        TreeSet<String> found = new TreeSet<>();
        java.util.regex.Pattern.compile("\\{(\\d)}")
                .matcher(text)
                .results()
                .forEach(match -> found.add(match.group(1)));
        return found;
    }
}
