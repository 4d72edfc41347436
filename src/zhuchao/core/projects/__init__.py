"""Rules of projects: the stages that they climb."""
