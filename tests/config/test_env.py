"""Settings from the environment: typed, refused when wrong, all of them documented."""

from pathlib import Path

import pytest

from zhuchao.config import env
from zhuchao.core.errors import Misconfigured

ROOT = Path(__file__).parents[2]


def test_the_example_file_is_what_the_settings_say() -> None:
    assert (ROOT / ".env.example").read_text("utf-8") == env.example()


def test_every_setting_is_in_the_register_and_its_default_is_valid() -> None:
    declared = {each for each in vars(env).values() if isinstance(each, env.Setting)}
    declared |= {each for channel in env.CHANNELS.values() for each in channel.values()}

    assert declared == set(env.SETTINGS)
    env.check({})


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("ZHUCHAO_DEBUG", "perhaps"),
        ("ZHUCHAO_HTTPS", "ja"),
        ("ZHUCHAO_WEB_PROCESSES", "0"),
        ("ZHUCHAO_WEB_PROCESSES", "many"),
        ("ZHUCHAO_WEB_PROCESSES", "1.5"),
        ("ZHUCHAO_WEB_PROCESSES", "--5"),
        ("ZHUCHAO_WEB_PROCESSES", "9" * 5000),
        ("ZHUCHAO_LOG_LEVEL", "loud"),
        ("ZHUCHAO_ORIGINS", "example.com"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("DATABASE_URL", "postgres://"),
        ("DATABASE_URL", "postgres://localhost"),
        ("DATABASE_URL", "postgres://u:p@localhost:port/x"),
        ("DATABASE_URL", "postgres://u:p[@localhost/x"),
        ("ZHUCHAO_SEAL_KEY", "short"),
        ("ZHUCHAO_HOME", __file__),
    ],
)
def test_a_wrong_value_is_refused_by_name(name: str, written: str) -> None:
    with pytest.raises(Misconfigured, match=f"环境变量 {name}.*不可用"):
        env.check({name: written})


@pytest.mark.parametrize("name", ["ZHUCHAO_SEAL_KEY", "DATABASE_URL"])
def test_a_refused_secret_is_not_repeated(name: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        env.check({name: "swordfish"})

    assert "swordfish" not in refused.value.sentence


@pytest.mark.parametrize(
    ("setting", "written", "value"),
    [
        (env.DEBUG, "Yes", True),
        (env.DEBUG, " 0 ", False),
        (env.WEB_PROCESSES, "4", 4),
        (env.HOSTS, "a.cn, b.cn,", ["a.cn", "b.cn"]),
        (env.ORIGINS, "https://a.cn", ["https://a.cn"]),
        (env.SEAL_KEY, "aB" * 32, "aB" * 32),
        (env.SITE_NAME, "", "筑巢招商"),
        (env.HOME, "/srv/zhuchao", Path("/srv/zhuchao")),
    ],
)
def test_a_right_value_is_read(setting: env.Setting[object], written: str, value: object) -> None:
    assert setting.value({setting.name: written}) == value


def test_a_file_fills_in_what_the_environment_does_not_say(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("# note\n\nexport ZHUCHAO_DEBUG=true\nZHUCHAO_SITE_NAME='澄湖'\nA=1\n", "utf-8")
    environment = {"A": "0"}

    env.adopt(file, environment)

    assert environment == {"ZHUCHAO_DEBUG": "true", "ZHUCHAO_SITE_NAME": "澄湖", "A": "0"}


def test_a_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("ZHUCHAO_DEBUG=true\nwhat is this\n", "utf-8")

    with pytest.raises(Misconfigured, match="第 2 行"):
        env.adopt(file, {})


def test_no_file_is_no_trouble(tmp_path: Path) -> None:
    env.adopt(tmp_path / ".env", {})


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"\xff\xfe\x00A")

    with pytest.raises(Misconfigured, match=r"\.env 无法读取"):
        env.adopt(file, {})


def test_a_file_that_begins_with_a_mark_of_its_order_is_read(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("A=1\n", "utf-8-sig")
    environment: dict[str, str] = {}

    env.adopt(file, environment)

    assert environment == {"A": "1"}
