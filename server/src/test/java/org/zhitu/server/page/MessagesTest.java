package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

class MessagesTest {
    private static final Messages MESSAGES = Messages.load();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(MESSAGES.texts(Language.ZH).keySet())
                .isEqualTo(MESSAGES.texts(Language.EN).keySet());
    }

    @Test
    void everyTextIsAPatternThatCanBeFilled() {
        for (Language language : Language.values()) {
            MESSAGES.texts(language).forEach((key, text) -> {
                if (!key.startsWith("js.")) {
                    assertThat(text).as(key).isNotBlank().doesNotContain("'");
                    assertThat(new MessageFormat(text, ReaderLanguage.locale(language)).format(new Object[] {1, 2, 3}))
                            .as(key)
                            .isNotBlank();
                }
            });
        }
    }

    @Test
    void everyKindAndRelationHasAName() {
        for (Language language : Language.values()) {
            var keys = MESSAGES.texts(language).keySet();
            for (ConceptKind kind : ConceptKind.values()) {
                assertThat(keys).contains("kind." + kind.name().toLowerCase(Locale.ROOT));
            }
            for (Relation relation : Relation.values()) {
                assertThat(keys)
                        .containsAll(List.of(
                                "edge." + relation.key(),
                                "relation." + relation.key(),
                                "js.edge." + relation.key(),
                                "js.group." + relation.key()));
                if (!relation.isSymmetric()) {
                    assertThat(keys)
                            .contains(
                                    "relation." + relation.key() + ".inverse",
                                    "js.group." + relation.key() + ".inverse");
                }
            }
        }
    }

    @Test
    void theTextsForScriptsCannotEndTheirElement() {
        assertThat(MESSAGES.forScripts(Language.ZH))
                .startsWith("{")
                .contains("\"undo\":\"撤销\"")
                .doesNotContain("<");
    }
}
