package org.zhitu.server.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void chineseCharactersTakeTwoColumns() {
        Query query = QueryFactory.create("""
                PREFIX ex: <http://example.org/>
                SELECT ?label ?n { VALUES (?label ?n) { ("自注意力"@zh 1) ("BERT"@en UNDEF) (ex:thing "a\\nb") } }""");
        try (QueryExec execution =
                QueryExec.dataset(DatasetGraphFactory.empty()).query(query).build()) {
            assertThat(TextTable.of(execution.select(), query.getPrefixMapping()))
                    .isEqualTo("""
                    label          n
                    -------------  ---
                    "自注意力"@zh  1
                    "BERT"@en
                    ex:thing       a b
                    (3)
                    """);
        }
    }
}
