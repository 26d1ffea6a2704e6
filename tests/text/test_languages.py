"""A text in another language is named as such; an English one never is."""

import subprocess
import sys

import pytest

from analysis.text import distrust, language_of, text_notes
from library.samples import sample_articles

OTHERS = {
    "French": "La maire de Quenby a annoncé lundi que le vieux pont resterait fermé jusqu'au "
    "printemps, car ses câbles sont rouillés et personne ne sait combien de temps ils tiendront.",
    "German": "Der Hafenmeister teilte am Dienstag mit, dass die Fähre wegen des Sturms nicht "
    "mehr fährt; wann sie wieder ablegt, konnte er auf Anfrage nicht sagen.",
    "Spanish": "El alcalde de la ciudad dijo el martes que el mercado no abrirá antes del verano "
    "porque las obras del tejado van con retraso y el presupuesto se ha agotado.",
    "Italian": "La direttrice della scuola ha detto ieri che le lezioni riprenderanno soltanto "
    "dopo la riparazione del tetto, danneggiato dalla tempesta della settimana scorsa.",
    "Portuguese": "O presidente da câmara disse ontem que a ponte velha vai continuar fechada até "
    "à primavera, porque as obras estão atrasadas e não há dinheiro para as acabar.",
    "Dutch": "De burgemeester zei maandag dat de oude brug tot het voorjaar dicht blijft, omdat "
    "de kabels verroest zijn en niemand weet hoe lang ze het nog zullen houden.",
    "Polish": "Burmistrz powiedział w poniedziałek, że stary most pozostanie zamknięty do wiosny, "
    "ponieważ jego liny są zardzewiałe i nikt nie wie, jak długo jeszcze wytrzymają.",
    "Swedish": "Borgmästaren sade på måndagen att den gamla bron förblir stängd till våren, "
    "eftersom vajrarna har rostat och ingen vet hur länge de kommer att hålla.",
    "Turkish": "Belediye başkanı pazartesi günü eski köprünün ilkbahara kadar kapalı kalacağını, "
    "çünkü halatların paslandığını ve ne kadar dayanacaklarını kimsenin bilmediğini söyledi.",
    "Russian": "Мэр города сообщил в понедельник, что старый мост останется закрытым до весны, "
    "потому что его тросы проржавели и никто не знает, сколько они ещё продержатся.",
    "Chinese": "市长星期一表示，这座旧桥将关闭到春天，因为缆索已经生锈。",
}
ENGLISH = [
    "Halvorsen, Reyl, Vole, Marsh. Quenby 3, Dorrit 2. Lindvale 0, Tarn 4. Full results, page 9.",
    "Mayor quits",
    "Police arrest three after Dorrit bank raid",
    "“Ja, natürlich,” said the mayor of the German town when he was asked about it by a reporter.",
]


@pytest.mark.parametrize("name", OTHERS)
def test_the_language_is_named(name: str) -> None:
    told = distrust(OTHERS[name]) or ""
    assert f"looks like {name}" in told
    assert "not to be trusted" in told
    assert any(f"looks like {name}" in note for note in text_notes(OTHERS[name]))


@pytest.mark.parametrize("text", [*ENGLISH, *(a.text for a in sample_articles())])
def test_english_is_never_called_another_language(text: str) -> None:
    assert distrust(text) is None


def test_what_is_no_language_is_not_named() -> None:
    assert language_of("asdf qwer zxcv " * 20) == "und"
    assert "does not look like English" in (distrust("asdf qwer zxcv " * 20) or "")
    assert language_of("Quenby") is None


def test_english_loads_no_identifier() -> None:
    asked = (
        "import sys; from analysis.text import language_of as f;"
        f"f({sample_articles()[0].text!r}); sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
